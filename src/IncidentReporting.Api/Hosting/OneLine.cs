using IncidentReporting.Infrastructure.Backup;
using IncidentReporting.Infrastructure.Sealing;
using System.Data.Common;
using IncidentReporting.Api.Commands;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Common;
using IncidentReporting.Infrastructure.Keys;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Api.Hosting;

/// <summary>Why the program ends, for whoever started it, where that can be said in a line.</summary>
internal static class OneLine
{
    public static string? Of(Exception? fault) => fault switch
    {
        SettingException or CommandException or DatabaseNotReadyException or KeyMissingException or SealBrokenException or BackupException or StatisticsKeyMissingException or SigningKeyException
            or StatisticsBlockedException => fault.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        InvalidInputException invalid => string.Join(' ', invalid.Errors.SelectMany(error => error.Value.Select(message => $"{error.Key}: {message}"))),
        RuleBrokenException broken => broken.Rule.Sentence,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => "Urls names an address that is in use.",
        DbException => "The database does not answer or refuses: check Database__Provider and ConnectionStrings__Default.",
        UnauthorizedAccessException or IOException => $"A file or folder cannot be used: {fault.Message}",
        InvalidOperationException { InnerException: null, Source: not "Microsoft.Extensions.DependencyInjection" } => fault.Message,
        _ => fault?.InnerException is { } inner ? Of(inner) : null,
    };
}
