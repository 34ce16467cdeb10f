using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class OnwardDisclosureConfiguration : IEntityTypeConfiguration<OnwardDisclosure>
{
    public void Configure(EntityTypeBuilder<OnwardDisclosure> builder)
    {
        builder.ToTable("IncidentOnwardDisclosures");
        builder.Property(disclosure => disclosure.Id).ValueGeneratedNever();
        builder.HasOne<Incident>().WithMany().HasForeignKey(disclosure => disclosure.IncidentId).OnDelete(DeleteBehavior.Cascade);
    }
}
