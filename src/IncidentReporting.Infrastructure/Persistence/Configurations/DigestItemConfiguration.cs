using IncidentReporting.Application.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class DigestItemConfiguration : IEntityTypeConfiguration<DigestItem>
{
    public void Configure(EntityTypeBuilder<DigestItem> builder)
    {
        builder.ToTable("DigestItems");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Number).HasMaxLength(OutboxMessage.NumberLength);
        builder.Property(item => item.Rule).HasMaxLength(OutboxMessage.RuleLength);
        builder.Property(item => item.Step).HasMaxLength(OutboxMessage.StepLength);
        builder.Property(item => item.LinkPath).HasMaxLength(OutboxMessage.LinkLength);
        builder.Property(item => item.DedupKey).HasMaxLength(OutboxMessage.KeyLength).IsUnicode(false);
        builder.HasIndex(item => item.DedupKey).IsUnique();
        builder.HasIndex(item => new { item.OutboxMessageId, item.Day });
        builder.HasIndex(item => new { item.IncidentId, item.Rule });
    }
}
