using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.GetReceipt;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Evidence;

public static class EvidenceRegistration
{
    /// <summary>Keeps attachments in the folder, and has them scanned where there is a scanner.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services, EvidenceFolder folder, EvidenceKeyFolder keys, ClamAvAddress scanner)
    {
        services.AddSingleton(folder);
        services.AddSingleton(keys);
        services.AddSingleton(scanner);
        services.AddSingleton<IEvidenceStore, FileEvidenceStore>();
        services.AddSingleton<IReceiptSigner, ReceiptSigner>();
        services.AddSingleton<IVirusScanner, ClamAvScanner>();
        services.AddScoped<IUpkeep, OrphanCleaning>();
        return services;
    }

    /// <summary>Scans from this process; for the server, not for commands.</summary>
    public static IServiceCollection AddScanning(this IServiceCollection services) => services.AddHostedService<ScanService>();
}
