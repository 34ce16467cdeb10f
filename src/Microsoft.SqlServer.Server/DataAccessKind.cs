namespace Microsoft.SqlServer.Server;

/// <summary>Whether a function reads user data.</summary>
public enum DataAccessKind
{
    /// <summary>It reads none.</summary>
    None = 0,

    /// <summary>It reads user data.</summary>
    Read = 1,
}
