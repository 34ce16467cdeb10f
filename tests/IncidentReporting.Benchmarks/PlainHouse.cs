using System.Text;
using IncidentReporting.Application.Log;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Benchmarks;

/// <summary>Stores texts as they are and leaves the log's entries out, to measure what both cost. Here only: the product has no such switch.</summary>
internal sealed class PlainHouse(EmployerKeys employers, CaseShares shares) : SealHouse(employers, shares)
{
    internal override Task SealAsync(AppDb db, CancellationToken cancellationToken)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList())
        {
            foreach (var text in SealedType.Of(entry.Metadata)?.Texts ?? [])
            {
                if (text.Find(entry.Entity) is { } plain)
                {
                    text.Put(entry.Entity, new SealedText(Encoding.UTF8.GetBytes(plain.Value)));
                }
            }
        }

        foreach (var entry in db.ChangeTracker.Entries<LogEntry>().Where(entry => entry.State == EntityState.Added).ToList())
        {
            entry.State = EntityState.Detached;
        }

        return Task.CompletedTask;
    }
}
