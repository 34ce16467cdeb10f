using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Watches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

/// <summary>The early warning. The unique keys let several instances look at once: the second is refused.</summary>
internal sealed class SignalConfiguration : IEntityTypeConfiguration<UnitWatch>, IEntityTypeConfiguration<WarningChart>, IEntityTypeConfiguration<WarningRun>
{
    public void Configure(EntityTypeBuilder<UnitWatch> builder)
    {
        builder.ToTable("UnitWatches");
        builder.Property(watch => watch.Id).ValueGeneratedNever();
        builder.Property(watch => watch.Evidence).HasMaxLength(-1);
        builder.Property(watch => watch.Finding).HasMaxLength(UnitWatch.FindingLength).IsUnicode(false);
        builder.Ignore(watch => watch.IsOpen);
        SealingConfiguration.AddKeyTo(builder);
        builder.HasIndex(watch => new { watch.EmployerId, watch.UnitId, watch.WholeEmployer, watch.Kind, watch.Month }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(watch => watch.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WarningChart> builder)
    {
        builder.ToTable("WarningCharts");
        builder.HasKey(chart => new { chart.EmployerId, chart.UnitId, chart.WholeEmployer });
        builder.Ignore(chart => chart.Baseline);
        builder.Ignore(chart => chart.Method);
        builder.HasOne<Unit>().WithMany().HasForeignKey(chart => chart.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WarningRun> builder)
    {
        builder.ToTable("WarningRuns");
        builder.HasKey(run => new { run.EmployerId, run.Month });
        builder.HasOne<Employer>().WithMany().HasForeignKey(run => run.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}
