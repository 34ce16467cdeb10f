using IncidentReporting.Application.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.RecipientAs).HasMaxLength(40);
        builder.Property(message => message.Number).HasMaxLength(OutboxMessage.NumberLength);
        builder.Property(message => message.Rule).HasMaxLength(OutboxMessage.RuleLength);
        builder.Property(message => message.Step).HasMaxLength(OutboxMessage.StepLength);
        builder.Property(message => message.DedupKey).HasMaxLength(OutboxMessage.KeyLength).IsUnicode(false);
        builder.Property(message => message.ThreadKey).HasMaxLength(OutboxMessage.KeyLength).IsUnicode(false);
        builder.Property(message => message.Template).HasMaxLength(40);
        builder.Property(message => message.LinkPath).HasMaxLength(OutboxMessage.LinkLength);
        builder.Property(message => message.SealedLink).HasMaxLength(OutboxMessage.SealedLinkLength).IsUnicode(false);
        builder.Property(message => message.State).HasMaxLength(20);

        // A dispatcher whose lease has run out must not overwrite what its successor did.
        builder.Property(message => message.ClaimedBy).HasMaxLength(40).IsConcurrencyToken();
        builder.Property(message => message.MessageId).HasMaxLength(200);
        builder.Property(message => message.FaultPhase).HasMaxLength(40);
        builder.HasIndex(message => message.DedupKey).IsUnique();
        builder.HasIndex(message => new { message.State, message.NextAttemptAt });
        builder.HasIndex(message => new { message.EmployerId, message.Id });
    }
}
