using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.SignIn;

/// <summary>Who is calling, as the authentication found out.</summary>
internal sealed class RequestUser : ICurrentUser
{
    private SignedInUser? _user;

    public bool IsSignedIn => _user is not null;

    /// <summary>The session of a cookie; null with an access token.</summary>
    public Guid? SessionId => _user?.SessionId;

    public UserId Id => User.Id;

    public EmployerId EmployerId => User.EmployerId;

    public IReadOnlyList<HeldRole> Roles => _user?.Roles ?? [];

    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private SignedInUser User => _user ?? throw new NotSignedInException();

    public void SignIn(SignedInUser user) => _user = user;
}

/// <summary>A person whose session or token was recognised.</summary>
internal sealed record SignedInUser(UserId Id, EmployerId EmployerId, IReadOnlyList<HeldRole> Roles, Guid? SessionId, IReadOnlySet<string>? Scopes = null);
