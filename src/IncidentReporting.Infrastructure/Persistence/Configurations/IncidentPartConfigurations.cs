using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

/// <summary>The keys and lengths of each part of a case; <see cref="IncidentConfiguration"/> joins them to it.</summary>
internal sealed class IncidentPartConfigurations :
    IEntityTypeConfiguration<ExposedPerson>,
    IEntityTypeConfiguration<SupportOffer>,
    IEntityTypeConfiguration<SupportRating>,
    IEntityTypeConfiguration<PoliceEvent>,
    IEntityTypeConfiguration<AuthorityNotice>,
    IEntityTypeConfiguration<PreventiveAction>,
    IEntityTypeConfiguration<FollowUp>,
    IEntityTypeConfiguration<Influence>,
    IEntityTypeConfiguration<CaseNote>,
    IEntityTypeConfiguration<Attachment>,
    IEntityTypeConfiguration<Takedown>,
    IEntityTypeConfiguration<Correction>,
    IEntityTypeConfiguration<ClosureProposal>,
    IEntityTypeConfiguration<ClosureAnswer>,
    IEntityTypeConfiguration<Exclusion>,
    IEntityTypeConfiguration<IdentityReveal>
{
    public void Configure(EntityTypeBuilder<ExposedPerson> builder)
    {
        builder.Property(exposed => exposed.Id).ValueGeneratedNever();
        builder.HasIndex(exposed => exposed.UserId);
        StatisticsConfiguration.AddTo(builder);
    }

    public void Configure(EntityTypeBuilder<Exclusion> builder)
    {
        builder.Property(exclusion => exclusion.Id).ValueGeneratedNever();
        builder.Property(exclusion => exclusion.Reason).HasMaxLength(ReportContent.TextLength);
        builder.Ignore(exclusion => exclusion.Stands);
        builder.HasIndex(exclusion => exclusion.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityReveal> builder)
    {
        builder.Property(reveal => reveal.Id).ValueGeneratedNever();
        builder.Property(reveal => reveal.Reason).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<SupportOffer> builder)
    {
        builder.Property(offer => offer.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SupportRating> builder)
    {
        builder.Property(rating => rating.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PoliceEvent> builder)
    {
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Reasons).HasMaxLength(ReportContent.CodesLength);
    }

    public void Configure(EntityTypeBuilder<AuthorityNotice> builder)
    {
        builder.Property(notice => notice.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PreventiveAction> builder)
    {
        builder.Property(action => action.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(followUp => followUp.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Influence> builder)
    {
        builder.Property(influence => influence.Id).ValueGeneratedNever();
        builder.Ignore(influence => influence.Purpose);
        builder.Ignore(influence => influence.Outcomes);
        builder.Ignore(influence => influence.Intervention);
        builder.Property<CaseText?>("SealedPurpose").HasColumnName("Purpose");
        builder.Property<CaseText?>("SealedOutcomes").HasColumnName("Outcomes");
        builder.Property<CaseText?>("SealedIntervention").HasColumnName("Intervention");
    }

    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.Property(note => note.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
        builder.Property(attachment => attachment.Sha256).HasMaxLength(Attachment.Sha256Length).IsUnicode(false);
        builder.Property(attachment => attachment.ScanFinding).HasMaxLength(Attachment.FindingLength);
        builder.HasIndex(attachment => attachment.ScanDueAt);
    }

    public void Configure(EntityTypeBuilder<Takedown> builder) => builder.Property(takedown => takedown.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.Property(correction => correction.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ClosureProposal> builder)
    {
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ClosureAnswer> builder)
    {
        builder.Property(answer => answer.Id).ValueGeneratedNever();
    }
}
