using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
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
        report.Ignore(content => content.Consequences);
        report.Property<CaseText?>("SealedConsequences").HasColumnName("Report_Consequences");
        report.Ignore(content => content.HateMotives);
        report.Property<CaseText?>("SealedHateMotives").HasColumnName("Report_HateMotives");
        report.Ignore(content => content.WishedSupport);
        report.Property<CaseText?>("SealedWishedSupport").HasColumnName("Report_WishedSupport");
    }

    public static void Configure(ComplexPropertyBuilder<Assessment> assessment)
    {
        assessment.Property(made => made.Circumstances).HasMaxLength(ReportContent.CodesLength);
    }
}
