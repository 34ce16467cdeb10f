namespace Microsoft.SqlServer.Server;

/// <summary>Whether a function reads the server's own catalogues.</summary>
public enum SystemDataAccessKind
{
    /// <summary>It reads none.</summary>
    None = 0,

    /// <summary>It reads the catalogues.</summary>
    Read = 1,
}
