using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Accounts;

/// <summary>Who is behind this call; filled in once, by whoever received it.</summary>
public sealed class CurrentUser : ICurrentUser
{
    private Caller? _caller;
    private string? _language;

    public bool IsSignedIn => _caller is not null;

    public UserId Id => Caller.Id;

    public EmployerId EmployerId => Caller.EmployerId;

    public IReadOnlyList<HeldRole> Roles => _caller?.Roles ?? [];

    /// <summary>Null when the call came with a token.</summary>
    public Guid? SessionId => _caller?.SessionId;

    public string Language => _language ?? _caller?.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The session or token that the call came with.</summary>
    public Caller Caller => _caller ?? throw new NotSignedInException();

    /// <param name="language">sv or en as the call asked for; null is the person's own.</param>
    public void Become(Caller caller, string? language = null) => (_caller, _language) = (caller, language);
}
