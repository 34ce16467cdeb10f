using IncidentReporting.Domain.Organisation;
using Microsoft.AspNetCore.Identity;

namespace IncidentReporting.Infrastructure.Identity;

/// <summary>How a person signs in. Shares its key with the <see cref="Person"/>, who holds the rest.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public UserId PersonId => new(Id);
}
