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
    IEntityTypeConfiguration<Correction>,
    IEntityTypeConfiguration<ClosureProposal>,
    IEntityTypeConfiguration<ClosureAnswer>
{
    public void Configure(EntityTypeBuilder<ExposedPerson> builder)
    {
        builder.Property(exposed => exposed.Id).ValueGeneratedNever();
        builder.HasIndex(exposed => exposed.UserId);
        StatisticsConfiguration.AddTo(builder);
    }

    public void Configure(EntityTypeBuilder<SupportOffer> builder)
    {
        builder.Property(offer => offer.Id).ValueGeneratedNever();
        builder.Property(offer => offer.Note).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<SupportRating> builder)
    {
        builder.Property(rating => rating.Id).ValueGeneratedNever();
        builder.Property(rating => rating.Comment).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<PoliceEvent> builder)
    {
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.CaseNumber).HasMaxLength(PoliceEvent.CaseNumberLength);
        builder.Property(step => step.Reasons).HasMaxLength(ReportContent.CodesLength);
        builder.Property(step => step.Note).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<AuthorityNotice> builder)
    {
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Reason).HasMaxLength(ReportContent.TextLength);
        builder.Property(notice => notice.Reference).HasMaxLength(AuthorityNotice.ReferenceLength);
    }

    public void Configure(EntityTypeBuilder<PreventiveAction> builder)
    {
        builder.Property(action => action.Id).ValueGeneratedNever();
        builder.Property(action => action.Description).HasMaxLength(ReportContent.TextLength);
        builder.Property(action => action.Reason).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(followUp => followUp.Id).ValueGeneratedNever();
        builder.Property(followUp => followUp.Summary).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<Influence> builder)
    {
        builder.Property(influence => influence.Id).ValueGeneratedNever();
        builder.Property(influence => influence.Outcomes).HasMaxLength(ReportContent.CodesLength);
    }

    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Text).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
        builder.Property(attachment => attachment.FileName).HasMaxLength(Attachment.FileNameLength);
        builder.Property(attachment => attachment.Url).HasMaxLength(Attachment.UrlLength);
        builder.Property(attachment => attachment.Sha256).HasMaxLength(Attachment.Sha256Length).IsUnicode(false);
        builder.Property(attachment => attachment.Description).HasMaxLength(ReportContent.TextLength);
    }

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.Property(correction => correction.Id).ValueGeneratedNever();
        builder.Property(correction => correction.Before).HasMaxLength(ReportContent.DescriptionLength);
    }

    public void Configure(EntityTypeBuilder<ClosureProposal> builder)
    {
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.Summary).HasMaxLength(ReportContent.TextLength);
        builder.Property(proposal => proposal.Receiver).HasMaxLength(ClosureProposal.ReceiverLength);
    }

    public void Configure(EntityTypeBuilder<ClosureAnswer> builder)
    {
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.Comment).HasMaxLength(ReportContent.TextLength);
    }
}
