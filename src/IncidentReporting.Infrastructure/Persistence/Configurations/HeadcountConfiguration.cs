using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class HeadcountConfiguration : IEntityTypeConfiguration<Headcount>
{
    public void Configure(EntityTypeBuilder<Headcount> builder)
    {
        builder.HasKey(row => new { row.UnitId, row.Month, row.OccupationalGroup });
        builder.Property(row => row.OccupationalGroup).HasMaxLength(Headcount.GroupLength);
        builder.Ignore(row => row.Staff);
        builder.Ignore(row => row.Fte);
        builder.HasIndex(row => new { row.EmployerId, row.Month });
        builder.HasOne<Employer>().WithMany().HasForeignKey(row => row.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
