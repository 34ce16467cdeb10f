namespace Microsoft.SqlServer.Server;

/// <summary>Thrown when a type can't be used as a user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    private const int Unusable = unchecked((int)0x80131937);

    internal InvalidUdtException() => HResult = Unusable;

    internal InvalidUdtException(string message)
        : base(message) => HResult = Unusable;

    internal InvalidUdtException(string message, Exception innerException)
        : base(message, innerException) => HResult = Unusable;

    /// <summary>Names the type and why it can't be used.</summary>
    public static InvalidUdtException Create(Type udtType, string? resourceReason = null)
    {
        ArgumentNullException.ThrowIfNull(udtType);
        return new InvalidUdtException($"'{udtType.FullName}' is an invalid user defined type, reason: {resourceReason}.");
    }
}
