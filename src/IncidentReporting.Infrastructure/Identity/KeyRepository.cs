using System.Xml.Linq;
using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Identity;

/// <summary>Where the keys of sessions and forms are kept: in the database, sealed by the master key.</summary>
internal sealed class KeyRepository(IServiceScopeFactory scopes, MasterSeal seal, TimeProvider time) : IXmlRepository
{
    public const string Purpose = "session key";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return [.. db.Set<DataProtectionKey>().AsNoTracking().Select(key => key.Xml).ToList().Select(xml => XElement.Parse(seal.Open(xml, Purpose)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Set<DataProtectionKey>().Add(new DataProtectionKey
        {
            Id = Guid.CreateVersion7(time.Now()),
            FriendlyName = friendlyName,
            Xml = seal.Seal(element.ToString(SaveOptions.DisableFormatting), Purpose),
        });

        // The framework asks without waiting, a few times a year.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
