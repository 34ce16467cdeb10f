using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Persistence.Conversions;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

/// <summary>The tables of the statistics: keyed by what they are read by, ids in 16 bytes, keys as 64-bit numbers below 2^32.</summary>
internal sealed class StatisticsConfiguration :
    IEntityTypeConfiguration<StatFact>,
    IEntityTypeConfiguration<PersonYear>,
    IEntityTypeConfiguration<ReleaseFact>,
    IEntityTypeConfiguration<StatRelease>,
    IEntityTypeConfiguration<StatPlace>,
    IEntityTypeConfiguration<StatCube>,
    IEntityTypeConfiguration<StatTotal>,
    IEntityTypeConfiguration<StatMarginRow>,
    IEntityTypeConfiguration<StatReconciliation>
{
    public void Configure(EntityTypeBuilder<StatFact> builder)
    {
        builder.ToTable("StatFact", table => HoldsKey(table, "StatFact"));
        builder.HasKey(fact => new { fact.Fact, fact.Month, fact.UnitId, fact.SourceId });
        builder.Property(fact => fact.Fact).ValueGeneratedNever();
        builder.Property(fact => fact.UnitId).IsPacked();
        builder.Property(fact => fact.SourceId).IsPacked();
        builder.Property(fact => fact.PersonId).IsPacked();
        builder.Property(fact => fact.PersonRef).IsPacked();
        NeverChanges(builder.Property(fact => fact.StatKey));
    }

    public void Configure(EntityTypeBuilder<PersonYear> builder)
    {
        builder.ToTable("PersonYear", table => HoldsKey(table, "PersonYear"));
        builder.HasKey(person => new { person.Year, person.PersonRef });
        builder.Property(person => person.PersonRef).IsPacked();
        builder.Property(person => person.UnitId).IsPacked();
        NeverChanges(builder.Property(person => person.StatKey));
    }

    public void Configure(EntityTypeBuilder<ReleaseFact> builder)
    {
        builder.ToTable("ReleaseFact", table => HoldsKey(table, "ReleaseFact"));
        builder.HasKey(fact => new { fact.Stage, fact.Fact, fact.Month, fact.UnitId, fact.Seq });
        builder.Property(fact => fact.UnitId).IsPacked();
    }

    public void Configure(EntityTypeBuilder<StatRelease> builder)
    {
        builder.ToTable("StatRelease");
        builder.HasKey(release => release.ReleaseId);
        builder.Property(release => release.ReleaseId).ValueGeneratedNever();
        builder.HasIndex(release => new { release.Year, release.Month, release.Stage }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StatPlace> builder)
    {
        builder.ToTable("StatPlace");
        builder.HasKey(place => new { place.Year, place.UnitId });
        builder.Property(place => place.UnitId).IsPacked();
        builder.Property(place => place.EmployerId).IsPacked();
        builder.HasIndex(place => new { place.EmployerId, place.Year });
    }

    public void Configure(EntityTypeBuilder<StatCube> builder)
    {
        builder.ToTable("StatCube");
        builder.HasKey(cell => new { cell.Fact, cell.NodeId, cell.Period, cell.Combo });
        builder.Property(cell => cell.NodeId).IsPacked();
    }

    public void Configure(EntityTypeBuilder<StatTotal> builder)
    {
        builder.ToTable("StatTotal");
        builder.HasKey(total => new { total.Fact, total.NodeId, total.Period });
        builder.Property(total => total.NodeId).IsPacked();
        builder.HasIndex(total => new { total.Fact, total.Period, total.NodeId });
    }

    public void Configure(EntityTypeBuilder<StatMarginRow> builder)
    {
        builder.ToTable("StatMargin");
        builder.HasKey(margin => new { margin.Fact, margin.NodeId, margin.Indicator, margin.Period, margin.Class });
        builder.Property(margin => margin.NodeId).IsPacked();
    }

    public void Configure(EntityTypeBuilder<StatReconciliation> builder)
    {
        builder.ToTable("StatReconciliation");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.HasIndex(run => run.At);
        builder.Property(run => run.Where).HasMaxLength(2000);
    }

    /// <summary>Where the facts of a case stand, and its key; beside the case's own columns, and in nothing that the case shows.</summary>
    internal static void AddTo(EntityTypeBuilder<Incident> builder)
    {
        builder.Property<long?>(StatColumns.Key);
        builder.Property<Guid?>(StatColumns.Unit).IsPacked();
        builder.Property<int?>(StatColumns.Month);
        builder.ToTable(table => HoldsKey(table, "Incidents"));
    }

    internal static void AddTo(EntityTypeBuilder<ExposedPerson> builder) => builder.Property<long?>(StatColumns.Key);

    private static void HoldsKey<T>(TableBuilder<T> table, string name)
        where T : class =>
        table.HasCheckConstraint($"CK_{name}_StatKey", "\"StatKey\" >= 0 AND \"StatKey\" < 4294967296");

    private static void NeverChanges(PropertyBuilder<long> key) =>
        key.Metadata.SetAfterSaveBehavior(Microsoft.EntityFrameworkCore.Metadata.PropertySaveBehavior.Throw);
}
