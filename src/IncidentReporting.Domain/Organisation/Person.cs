using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Organisation;

/// <summary>A person with an account. How the person signs in is kept elsewhere.</summary>
public sealed class Person : IVersioned
{
    public const int NameLength = 200;
    public const int EmailLength = 254;

    private Person()
    {
    }

    public UserId Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>Also the user name.</summary>
    public string Email { get; private set; } = string.Empty;

    /// <summary>sv or en; null follows the employer.</summary>
    public string? Language { get; private set; }

    /// <summary>Where the person works; what she reports without naming a unit is reported here.</summary>
    public UnitId HomeUnitId { get; private set; }

    /// <summary>Protected personal data: the name is shown to nobody but those who handle the case.</summary>
    public bool HasProtectedIdentity { get; private set; }

    /// <summary>True when the person may no longer sign in; what she reported stays.</summary>
    public bool IsDisabled { get; private set; }

    public long Version { get; private set; }

    public static Person Create(UserId id, EmployerId employerId, UnitId homeUnitId, string name, string email, string? language = null) =>
        new() { Id = id, EmployerId = employerId, HomeUnitId = homeUnitId, Name = name, Email = email, Language = language };

    public void Rename(string name) => Name = name;

    /// <summary>Changes the address, which is also the user name.</summary>
    public void ReachAt(string email) => Email = email;

    public void Speak(string? language) => Language = language;

    public void MoveTo(UnitId homeUnitId) => HomeUnitId = homeUnitId;

    public void ProtectIdentity(bool isProtected) => HasProtectedIdentity = isProtected;

    public void Disable(bool disabled) => IsDisabled = disabled;
}
