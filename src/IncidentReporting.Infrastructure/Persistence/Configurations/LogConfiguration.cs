using IncidentReporting.Application.Log;
using IncidentReporting.Infrastructure.Persistence.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable(LogTriggers.Table, table => LogTriggers.Names.ForEach(name => table.HasTrigger(name)));
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(LogEntry.ActionLength);
        builder.Property(entry => entry.Fields).HasMaxLength(LogEntry.FieldsLength);
        builder.Property(entry => entry.Group).HasMaxLength(LogEntry.GroupLength);
        builder.Property(entry => entry.Hash).HasMaxLength(LogEntry.HashLength);
        builder.HasIndex(entry => new { entry.IncidentId, entry.At });
        builder.HasIndex(entry => new { entry.EmployerId, entry.At });
        builder.HasIndex(entry => new { entry.EmployerId, entry.ActorId, entry.At });
        builder.HasIndex(entry => new { entry.EmployerId, entry.Seq }).IsUnique().HasFilter("\"Seq\" IS NOT NULL");
        builder.HasIndex(entry => new { entry.EmployerId, entry.Id }).HasFilter("\"Seq\" IS NULL");
    }
}

internal sealed class LogChainConfiguration : IEntityTypeConfiguration<LogChain>
{
    public void Configure(EntityTypeBuilder<LogChain> builder)
    {
        builder.HasKey(chain => chain.EmployerId);
        builder.Property(chain => chain.EmployerId).ValueGeneratedNever();
        builder.Property(chain => chain.Hash).HasMaxLength(LogEntry.HashLength);
    }
}

internal sealed class LogCheckConfiguration : IEntityTypeConfiguration<LogCheck>
{
    public void Configure(EntityTypeBuilder<LogCheck> builder)
    {
        builder.HasKey(check => check.EmployerId);
        builder.Property(check => check.EmployerId).ValueGeneratedNever();
    }
}
