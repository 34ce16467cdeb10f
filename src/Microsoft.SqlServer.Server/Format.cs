namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is laid out when it is stored.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Laid out by the server from the type's fields.</summary>
    Native = 1,

    /// <summary>Laid out by the type itself through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}
