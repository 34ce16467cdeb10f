using System.Linq.Expressions;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Configurations;

/// <summary>The case with all its parts: one table each, read and written as a whole.</summary>
internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.HasKey(incident => incident.Id);
        builder.Property(incident => incident.Id).ValueGeneratedNever();
        builder.Property(incident => incident.Version).IsConcurrencyToken();
        builder.Property(incident => incident.Number).HasMaxLength(Incident.NumberLength).IsUnicode(false);
        builder.ComplexProperty(incident => incident.Report, IncidentContentConfiguration.Configure);
        builder.ComplexProperty(incident => incident.Assessment, IncidentContentConfiguration.Configure);
        IgnoreWhatFollows(builder);
        StatisticsConfiguration.AddTo(builder);
        SealingConfiguration.AddKeyTo(builder);

        builder.HasIndex(incident => new { incident.EmployerId, incident.Number }).IsUnique();
        builder.HasIndex(incident => new { incident.EmployerId, incident.State, incident.SubmittedAt });
        builder.HasIndex(incident => new { incident.EmployerId, incident.SubmittedAt });
        builder.HasIndex(incident => new { incident.UnitId, incident.State, incident.SubmittedAt });
        builder.HasIndex(incident => incident.OversightUnitId);
        builder.HasIndex(incident => incident.ReporterId);
        builder.HasIndex(incident => incident.HandlerId);
        builder.HasIndex(incident => incident.DuplicateOf);

        HasParts(builder, incident => incident.Exposed, "IncidentExposed");
        HasParts(builder, incident => incident.Offers, "IncidentSupportOffers");
        HasParts(builder, incident => incident.Ratings, "IncidentSupportRatings");
        HasParts(builder, incident => incident.Police, "IncidentPoliceEvents");
        HasParts(builder, incident => incident.Notices, "IncidentNotices");
        HasParts(builder, incident => incident.Actions, "IncidentActions");
        HasParts(builder, incident => incident.FollowUps, "IncidentFollowUps");
        HasParts(builder, incident => incident.Influences, "IncidentInfluences");
        HasParts(builder, incident => incident.Notes, "IncidentNotes");
        HasParts(builder, incident => incident.Attachments, "IncidentAttachments");
        HasParts(builder, incident => incident.Takedowns, "IncidentTakedowns");
        HasParts(builder, incident => incident.Corrections, "IncidentCorrections");
        HasParts(builder, incident => incident.Proposals, "IncidentClosureProposals");
        HasParts(builder, incident => incident.Answers, "IncidentClosureAnswers");
        HasParts(builder, incident => incident.Exclusions, "IncidentExclusions");
        HasParts(builder, incident => incident.Reveals, "IncidentReveals");
    }

    // Read by themselves these would look like further relations to the parts.
    private static void IgnoreWhatFollows(EntityTypeBuilder<Incident> builder)
    {
        builder.Ignore(incident => incident.Events);
        builder.Ignore(incident => incident.KeptOut);
        builder.Ignore(incident => incident.CurrentProposal);
        builder.Ignore(incident => incident.CurrentAnswers);
        builder.Ignore(incident => incident.ClosureGuards);
        builder.Ignore(incident => incident.StandingPolice);
    }

    // The parts have no life of their own: no set, no way back to the case, gone with it.
    private static void HasParts<TPart>(
        EntityTypeBuilder<Incident> builder, Expression<Func<Incident, IEnumerable<TPart>?>> parts, string table)
        where TPart : class
    {
        builder.HasMany(parts).WithOne().HasForeignKey("IncidentId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(Name(parts)).AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Metadata.Model.FindEntityType(typeof(TPart))!.SetTableName(table);
    }

    private static string Name<TPart>(Expression<Func<Incident, IEnumerable<TPart>?>> parts) =>
        ((MemberExpression)(parts.Body is UnaryExpression cast ? cast.Operand : parts.Body)).Member.Name;
}
