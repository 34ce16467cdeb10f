using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("Account");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Ignore(account => account.PersonId);
        builder.Property(account => account.UserName).HasMaxLength(Person.EmailLength);
        builder.Property(account => account.NormalizedUserName).HasMaxLength(Person.EmailLength);
        builder.Property(account => account.Email).HasMaxLength(Person.EmailLength);
        builder.Property(account => account.NormalizedEmail).HasMaxLength(Person.EmailLength);
        builder.Property(account => account.PasswordHash).HasMaxLength(500);
    }
}

internal sealed class AccountPartsConfiguration :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("AccountClaim");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("AccountLogin");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("AccountToken");
        builder.Property(token => token.Value).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("AccountPasskey");

        // A key of SQL Server holds 900 bytes; authenticators make ids far shorter than the 1023 that WebAuthn allows.
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(800);
    }
}
