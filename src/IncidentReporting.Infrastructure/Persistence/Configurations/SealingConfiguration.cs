using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class SealingConfiguration : IEntityTypeConfiguration<EmployerKey>
{
    public void Configure(EntityTypeBuilder<EmployerKey> builder)
    {
        builder.ToTable("EmployerKeys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.MasterId).HasMaxLength(EmployerKey.MasterIdLength).IsUnicode(false);
        builder.Property(key => key.Wrapped).HasMaxLength(100);
        builder.HasIndex(key => new { key.EmployerId, key.Number }).IsUnique();
    }

    /// <summary>The key of what is sealed as one, in its own row. An employer's key cannot be removed while something rests on it.</summary>
    internal static void AddKeyTo<T>(EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.Property<byte[]?>(SealColumns.Key).HasMaxLength(CaseKey.StoredLength);
        builder.Property<Guid?>(SealColumns.WrappedBy);
        builder.HasOne<EmployerKey>().WithMany().HasForeignKey(SealColumns.WrappedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
