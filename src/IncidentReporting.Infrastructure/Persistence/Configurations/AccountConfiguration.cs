using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Calendar;
using IncidentReporting.Application.SavedViews;
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

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.UserAgent).HasMaxLength(UserSession.UserAgentLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Name).HasMaxLength(AccessToken.NameLength);
        builder.Property(token => token.Hash).HasMaxLength(AccessToken.HashLength);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.Property(view => view.Name).HasMaxLength(SavedView.NameLength);
        builder.HasIndex(view => new { view.UserId, view.Name }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(view => view.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarLinkConfiguration : IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Hash).HasMaxLength(CalendarLink.HashLength);
        builder.HasIndex(link => link.Hash).IsUnique();
        builder.HasIndex(link => link.UserId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInFailuresConfiguration : IEntityTypeConfiguration<SignInFailures>
{
    public void Configure(EntityTypeBuilder<SignInFailures> builder)
    {
        builder.HasKey(failures => failures.Key);
        builder.Property(failures => failures.Key).HasMaxLength(SignInFailures.KeyLength).ValueGeneratedNever();
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.FriendlyName).HasMaxLength(DataProtectionKey.NameLength);
        builder.Property(key => key.Xml).HasMaxLength(-1);
    }
}
