namespace Microsoft.SqlServer.Server;

/// <summary>Writes and reads a user-defined type of <see cref="Format.UserDefined"/>.</summary>
public interface IBinarySerialize
{
    /// <summary>Fills this value from the stored form.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes this value in its stored form.</summary>
    void Write(BinaryWriter w);
}
