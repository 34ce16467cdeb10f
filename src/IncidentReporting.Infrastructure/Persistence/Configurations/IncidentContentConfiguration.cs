using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

/// <summary>The report and the assessment: columns of the case's own row.</summary>
internal static class IncidentContentConfiguration
{
    public static void Configure(ComplexPropertyBuilder<ReportContent> report)
    {
        report.Property(content => content.Kinds).HasMaxLength(ReportContent.CodesLength);
        report.Property(content => content.Channels).HasMaxLength(ReportContent.CodesLength);
        report.Property(content => content.Situations).HasMaxLength(ReportContent.CodesLength);
        report.Property(content => content.Consequences).HasMaxLength(ReportContent.CodesLength);
        report.Property(content => content.HateMotives).HasMaxLength(ReportContent.CodesLength);
        report.Property(content => content.WishedSupport).HasMaxLength(ReportContent.CodesLength);
        report.Property(content => content.Description).HasMaxLength(ReportContent.DescriptionLength);
        report.Property(content => content.Platform).HasMaxLength(ReportContent.PlatformLength);
        report.Property(content => content.CounterpartIdentity).HasMaxLength(ReportContent.IdentityLength);
        report.Property(content => content.WishesText).HasMaxLength(ReportContent.TextLength);
    }

    public static void Configure(ComplexPropertyBuilder<Assessment> assessment)
    {
        assessment.Property(made => made.Circumstances).HasMaxLength(ReportContent.CodesLength);
        assessment.Property(made => made.AvReason).HasMaxLength(ReportContent.TextLength);
        assessment.Property(made => made.Text).HasMaxLength(ReportContent.TextLength);
    }
}
