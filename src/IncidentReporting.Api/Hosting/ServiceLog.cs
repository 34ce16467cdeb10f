using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace IncidentReporting.Api.Hosting;

/// <summary>The log: one JSON object a line, on standard output and in the data directory. Never personal data or case text.</summary>
internal static class ServiceLog
{
    private const int DaysKept = 31;

    public static void Add(ILoggingBuilder logging, ServiceSettings settings, bool toConsole)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics", LogEventLevel.Fatal)

            // The providers put values of columns in their messages; faults are logged without messages where they are answered.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutAddresses>()
            .WriteTo.File(
                new JsonFormatter(renderMessage: true), Path.Combine(settings.LogDirectory, "service-.log"), rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept, shared: true);
        if (toConsole)
        {
            configuration.WriteTo.Console(new JsonFormatter(renderMessage: true));
        }

        logging.ClearProviders();
        logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }

    /// <summary>The framework adds the raw path to every line of a call: there stand numbers of cases and secrets of pulse links.</summary>
    private sealed class WithoutAddresses : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("ConnectionId");
        }
    }
}
