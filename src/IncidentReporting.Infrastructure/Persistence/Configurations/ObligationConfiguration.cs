using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.WorkStops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.ToTable("Obligations");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Key).HasMaxLength(Obligation.KeyLength).IsUnicode(false);
        builder.Property(row => row.Rule).HasMaxLength(OutboxMessage.RuleLength).IsUnicode(false);
        builder.Property(row => row.Steps).HasMaxLength(-1).IsUnicode(false);
        builder.HasIndex(row => new { row.SubjectId, row.Key }).IsUnique();
        builder.HasIndex(row => row.NextStepAt);
        builder.HasIndex(row => new { row.ResponsibleUserId, row.DueAt });
        builder.HasIndex(row => row.IncidentId);
        builder.HasOne<Employer>().WithMany().HasForeignKey(row => row.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FollowUpPolicyVersionConfiguration : IEntityTypeConfiguration<FollowUpPolicyVersion>
{
    public void Configure(EntityTypeBuilder<FollowUpPolicyVersion> builder)
    {
        builder.ToTable("FollowUpPolicyVersions");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Json).HasMaxLength(-1);
        builder.HasIndex(row => new { row.EmployerId, row.Number }).IsUnique();
        builder.HasOne<Employer>().WithMany().HasForeignKey(row => row.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureRequestConfiguration : IEntityTypeConfiguration<MeasureRequest>
{
    public void Configure(EntityTypeBuilder<MeasureRequest> builder)
    {
        builder.ToTable("MeasureRequests");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Ignore(row => row.Facts);
        SealingConfiguration.AddKeyTo(builder);
        builder.HasIndex(row => new { row.EmployerId, row.RequestedAt });
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkStopConfiguration : IEntityTypeConfiguration<WorkStop>
{
    public void Configure(EntityTypeBuilder<WorkStop> builder)
    {
        builder.ToTable("WorkStops");
        builder.Property(row => row.Id).ValueGeneratedNever();
        SealingConfiguration.AddKeyTo(builder);
        builder.HasIndex(row => new { row.EmployerId, row.StartedAt });
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
