using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

internal sealed class PulseRoundConfiguration : IEntityTypeConfiguration<PulseRound>
{
    public void Configure(EntityTypeBuilder<PulseRound> builder)
    {
        builder.ToTable("PulseRounds");
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.Property(round => round.Name).HasMaxLength(PulseRound.NameLength);
        builder.Property(round => round.LinkKey).HasMaxLength(PulseRound.LinkKeyLength);
        builder.HasMany(round => round.Units).WithOne().HasForeignKey(unit => unit.RoundId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(round => round.Units).AutoInclude();
        builder.HasIndex(round => round.NextStepAt);
        builder.HasOne<Employer>().WithMany().HasForeignKey(round => round.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PulseRoundUnitConfiguration : IEntityTypeConfiguration<PulseRoundUnit>
{
    public void Configure(EntityTypeBuilder<PulseRoundUnit> builder)
    {
        builder.ToTable("PulseRoundUnits");
        builder.HasKey(unit => new { unit.RoundId, unit.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PulseTicketConfiguration : IEntityTypeConfiguration<PulseTicket>
{
    public void Configure(EntityTypeBuilder<PulseTicket> builder)
    {
        builder.ToTable("PulseTickets");
        builder.HasKey(ticket => ticket.Hash);
        builder.Property(ticket => ticket.Hash).HasMaxLength(PulseTicket.HashLength).IsUnicode(false);
        builder.HasOne<PulseRound>().WithMany().HasForeignKey(ticket => ticket.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(ticket => ticket.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PulseAnswerConfiguration : IEntityTypeConfiguration<PulseAnswer>
{
    public void Configure(EntityTypeBuilder<PulseAnswer> builder)
    {
        builder.ToTable("PulseAnswers");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.HasOne<PulseRound>().WithMany().HasForeignKey(answer => answer.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(answer => answer.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
