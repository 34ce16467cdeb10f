using IncidentReporting.Application.Feedback;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<FeedbackMessage>
{
    public void Configure(EntityTypeBuilder<FeedbackMessage> builder)
    {
        builder.ToTable("FeedbackMessages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        SealingConfiguration.AddKeyTo(builder);
        builder.HasIndex(message => message.At);
        builder.HasOne<Employer>().WithMany().HasForeignKey(message => message.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}
