using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class CaseCounterConfiguration : IEntityTypeConfiguration<CaseCounter>
{
    public void Configure(EntityTypeBuilder<CaseCounter> builder)
    {
        builder.HasKey(counter => new { counter.EmployerId, counter.Year });
        builder.Property(counter => counter.Year).ValueGeneratedNever();
        builder.HasOne<Employer>().WithMany().HasForeignKey(counter => counter.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.KeyHash).HasMaxLength(IdempotencyRecord.HashLength);
        builder.Property(record => record.RequestHash).HasMaxLength(IdempotencyRecord.HashLength);
        builder.Property(record => record.Cases).HasMaxLength(IdempotencyRecord.CasesLength).IsUnicode(false);
        SealingConfiguration.AddKeyTo(builder);
        builder.HasIndex(record => new { record.UserId, record.KeyHash }).IsUnique();
        builder.HasIndex(record => record.CreatedAt);
    }
}
