using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class EmployerConfiguration : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> builder)
    {
        builder.Property(employer => employer.Id).ValueGeneratedNever();
        builder.Property(employer => employer.Name).HasMaxLength(Employer.NameLength).InSwedishOrder();
        builder.Property(employer => employer.Sector).HasMaxLength(40);
        builder.Property(employer => employer.County).HasMaxLength(10);
        builder.Property(employer => employer.TimeZone).HasMaxLength(60);
        builder.Property(employer => employer.DefaultLanguage).HasMaxLength(2);
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(unit => unit.Id).ValueGeneratedNever();
        builder.Property(unit => unit.Name).HasMaxLength(Unit.NameLength).InSwedishOrder();
        builder.HasOne<Employer>().WithMany().HasForeignKey(unit => unit.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Name).HasMaxLength(Person.NameLength).InSwedishOrder();
        builder.Property(person => person.Email).HasMaxLength(Person.EmailLength);
        builder.Property(person => person.Language).HasMaxLength(2);
        builder.HasOne<Employer>().WithMany().HasForeignKey(person => person.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(person => person.HomeUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleAssignmentConfiguration : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.Property(role => role.Id).ValueGeneratedNever();
        builder.Property(role => role.AppointedBy).HasMaxLength(200);
        builder.HasOne<Person>().WithMany().HasForeignKey(role => role.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(role => role.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(absence => absence.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupportEntryConfiguration : IEntityTypeConfiguration<SupportEntry>
{
    public void Configure(EntityTypeBuilder<SupportEntry> builder)
    {
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Measure).HasMaxLength(60);
        builder.Property(entry => entry.Title).HasMaxLength(SupportEntry.TitleLength);
        builder.Property(entry => entry.Contact).HasMaxLength(SupportEntry.ContactLength);
        builder.Property(entry => entry.Phone).HasMaxLength(SupportEntry.PhoneLength);
        builder.Property(entry => entry.Hours).HasMaxLength(SupportEntry.HoursLength);
        builder.Property(entry => entry.Url).HasMaxLength(SupportEntry.UrlLength);
        builder.Property(entry => entry.Text).HasMaxLength(SupportEntry.TextLength);
        builder.HasOne<Employer>().WithMany().HasForeignKey(entry => entry.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(entry => entry.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("Campaigns");
        builder.Property(campaign => campaign.Id).ValueGeneratedNever();
        builder.Property(campaign => campaign.Code).HasMaxLength(Campaign.CodeLength);
        builder.Ignore(campaign => campaign.Platforms);
        builder.Property<CaseText?>("SealedPlatforms").HasColumnName("Platforms");
        SealingConfiguration.AddKeyTo(builder);
        builder.HasIndex(campaign => campaign.Code);
        builder.HasOne<Employer>().WithMany().HasForeignKey(campaign => campaign.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlainCampaignConfiguration : IEntityTypeConfiguration<PlainCampaign>
{
    public void Configure(EntityTypeBuilder<PlainCampaign> builder)
    {
        builder.ToTable("Campaign");
        builder.Property(campaign => campaign.Id).ValueGeneratedNever();
        builder.Property(campaign => campaign.Name).HasMaxLength(Campaign.NameLength).InSwedishOrder();
        builder.Property(campaign => campaign.Code).HasMaxLength(Campaign.CodeLength);
        builder.HasIndex(campaign => campaign.Code);
        builder.HasOne<Employer>().WithMany().HasForeignKey(campaign => campaign.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}
