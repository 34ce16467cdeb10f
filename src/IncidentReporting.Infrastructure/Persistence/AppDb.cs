using System.Globalization;
using System.Reflection;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Common;
using IncidentReporting.Infrastructure.Identity;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using IncidentReporting.Infrastructure.Persistence.Conversions;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Persistence;

/// <summary>One model for three databases; what differs between them stands in the derived contexts.</summary>
public abstract class AppDb(DbContextOptions options, SealHouse? seals) : IdentityUserContext<AppUser, Guid>(options), IIncidentReportingDb
{
    private const int EnumLength = 40;
    private const int CodeSetLength = 1000;
    private const int DefaultTextLength = 200;

    private readonly List<Action> _afterCommit = [];
    private CommitScope? _scope;

    protected abstract string SwedishCollation { get; }

    internal ContextSeals Seals { get; } = new(seals);

    /// <summary>Adds a row unless one with its key is there, right also when several do so at once.</summary>
    internal abstract Task InsertIfMissingAsync(FormattableString insert, CancellationToken cancellationToken);

    /// <summary>Writes many rows at once, within the open transaction, past the tracking of changes. Answers how many.</summary>
    internal abstract Task<long> BulkInsertAsync(BulkRows rows, CancellationToken cancellationToken);

    /// <summary>Sets the links of entries of the log that have none, within the open transaction. Answers how many.</summary>
    internal abstract Task<int> LinkAsync(IReadOnlyList<LogLink> links, CancellationToken cancellationToken);

    /// <summary>The clause after an ORDER BY that asks for so many rows at most.</summary>
    internal virtual string First(int rows) => string.Create(CultureInfo.InvariantCulture, $"LIMIT {rows}");

    /// <summary>Overwrites what the database has let go of but may still hold beside its tables.</summary>
    internal virtual Task WipeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sets the connection up for very many rows, for as long as this context lives: only for a command that does nothing else.</summary>
    internal virtual Task PrepareForBulkAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The same for whole entities, without their parts and without what a save adds; the statistics' facts are the caller's to write.</summary>
    /// <param name="shadow">Values of properties that the type does not have, by name.</param>
    internal Task<long> BulkInsertAsync<T>(IEnumerable<T> entities, CancellationToken cancellationToken, Func<T, string, object?>? shadow = null)
        where T : class =>
        BulkInsertAsync(new EntityTable<T, T>(Model, entity => entity, shadow).Of(entities), cancellationToken);

    public async Task<ICommitScope> BeginAsync(CancellationToken cancellationToken = default)
    {
        if (_scope is not null)
        {
            return new JoinedScope();
        }

        var turn = await WaitForTurnAsync(cancellationToken);
        try
        {
            var transaction = await Database.BeginTransactionAsync(cancellationToken);
            return _scope = new CommitScope(this, transaction, turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public void ClearTracked()
    {
        ChangeTracker.Clear();
        Seals.Forget();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        MoveVersions();
        await FactSync.ApplyAsync(this, cancellationToken);
        CheckKeys();
        await SealAsync(cancellationToken);
        var isAlone = Database.CurrentTransaction is null;
        using var turn = isAlone ? await WaitForTurnAsync(cancellationToken) : null;
        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (isAlone)
            {
                turn?.Dispose();
                Committed();
            }

            return saved;
        }
        catch (DbUpdateException exception)
        {
            throw Refusal(exception) ?? (Exception)exception;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous, so that writers wait for their turn without holding a thread.");

    /// <summary>A place in the line of writers, where the database lets only one write at a time.</summary>
    protected virtual Task<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    protected abstract bool IsUniqueViolation(Exception exception);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(DefaultTextLength);
        configurationBuilder.Properties<CodeSet>().HaveConversion<CodeSetConverter, CodeSetComparer>().HaveMaxLength(CodeSetLength);
        configurationBuilder.Properties<CaseText>().HaveConversion<CaseTextConverter>();
        ConfigureTimes(configurationBuilder);
        foreach (var type in StoredTypes())
        {
            if (type.IsEnum)
            {
                configurationBuilder.Properties(type).HaveConversion(typeof(SnakeCaseConverter<>).MakeGenericType(type)).HaveMaxLength(EnumLength);
            }
            else if (IsId(type))
            {
                configurationBuilder.Properties(type).HaveConversion(typeof(IdConverter<>).MakeGenericType(type));
            }
        }
    }

    protected virtual void ConfigureTimes(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>().HavePrecision(3);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }

            foreach (var property in entity.GetProperties())
            {
                if (property.FindAnnotation(SwedishOrder.Annotation) is not null)
                {
                    property.RemoveAnnotation(SwedishOrder.Annotation);
                    property.SetCollation(SwedishCollation);
                }
            }
        }
    }

    private static IEnumerable<Type> StoredTypes() =>
        new[] { typeof(Rule).Assembly, typeof(IIncidentReportingDb).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsValueType && !type.IsGenericType);

    private static bool IsId(Type type) =>
        type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)?.PropertyType == typeof(Guid)
        && type.GetConstructor([typeof(Guid)]) is not null;

    private void MoveVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            var version = entry.Property(thing => thing.Version);
            if (version.CurrentValue == version.OriginalValue)
            {
                version.CurrentValue = version.OriginalValue + 1;
            }
        }
    }

    // A record's key is drawn once: another would be new noise for old cells.
    private void CheckKeys()
    {
        if (ChangeTracker.Entries().Any(entry => entry.State == EntityState.Modified && entry.Metadata.FindProperty(StatColumns.Key) is not null
            && entry.Property(StatColumns.Key) is { OriginalValue: not null, IsModified: true }))
        {
            throw new InvalidOperationException("The key of a counted record never changes.");
        }
    }

    // What changed has been found above; nothing here changes what a case says.
    private async Task SealAsync(CancellationToken cancellationToken)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await Seals.SealAsync(this, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private Exception? Refusal(DbUpdateException exception) => exception switch
    {
        DbUpdateConcurrencyException => new ChangedMeanwhileException(),
        { InnerException: { } inner } when IsUniqueViolation(inner) => new UniqueViolationException(exception),
        _ => null,
    };

    private void Committed()
    {
        var actions = _afterCommit.ToList();
        _afterCommit.Clear();
        actions.ForEach(action => action());
    }

    private void Ended()
    {
        _scope = null;
        _afterCommit.Clear();
    }

    private sealed class CommitScope(AppDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, IDisposable? turn) : ICommitScope
    {
        public async Task CommitAsync(CancellationToken cancellationToken = default)
        {
            await transaction.CommitAsync(cancellationToken);

            // Others need not wait for what follows.
            turn?.Dispose();
            db.Committed();
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await transaction.DisposeAsync();
            }
            finally
            {
                db.Ended();
                turn?.Dispose();
            }
        }
    }

    private sealed class JoinedScope : ICommitScope
    {
        public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
