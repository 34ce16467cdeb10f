using IncidentReporting.Application.Retention;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class RetentionConfiguration :
    IEntityTypeConfiguration<RetentionPolicyVersion>,
    IEntityTypeConfiguration<RetentionRun>,
    IEntityTypeConfiguration<RetentionItem>,
    IEntityTypeConfiguration<Doomed>
{
    public void Configure(EntityTypeBuilder<RetentionPolicyVersion> builder)
    {
        builder.ToTable("RetentionPolicyVersions");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Json).HasMaxLength(-1);
        builder.HasIndex(row => new { row.EmployerId, row.Number }).IsUnique();
        builder.HasOne<Employer>().WithMany().HasForeignKey(row => row.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("RetentionRuns");
        builder.Property(row => row.Id).ValueGeneratedNever();
        SealingConfiguration.AddKeyTo(builder);
        builder.HasIndex(row => new { row.EmployerId, row.ProposedAt });
        builder.HasIndex(row => row.State);
    }

    public void Configure(EntityTypeBuilder<RetentionItem> builder)
    {
        builder.ToTable("RetentionItems");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Rule).HasMaxLength(40).IsUnicode(false);
        builder.HasIndex(row => new { row.RunId, row.State });
        builder.HasOne<RetentionRun>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Doomed> builder)
    {
        builder.ToTable("Doomed");
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
