using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static IncidentReporting.Application.Statistics.Exports.SheetTexts;

namespace IncidentReporting.Application.Statistics.GetPacket;

/// <summary>Figures of a year that may be passed on to anyone, signed, with how they were made. For a union those of each employer that shares, never their sum.</summary>
/// <param name="Period">A frozen year; default the latest.</param>
public sealed record GetPacketQuery(string? Period) : IQuery<PacketResult>;

/// <summary>The packet as one file.</summary>
public sealed record PacketResult(string Period, string Name, byte[] Content)
{
    public const string MediaType = "application/zip";

    public const string Figures = "packet.json";
    public const string Signature = "packet.json.sig";
    public const string Sheet = "packet.csv";
    public const string Reading = "README.txt";
}

internal sealed class GetPacketHandler(
    ProtectedFigures figures, StatisticsNodes nodes, IIncidentReportingDb db, IPacketSigner signer, ITableAllowance allowance, ICurrentUser user)
    : IRequestHandler<GetPacketQuery, PacketResult>
{
    private static readonly (StatFactKind Fact, string? By)[] Questions =
    [
        (StatFactKind.Incidents, null), (StatFactKind.Incidents, "kind"), (StatFactKind.Incidents, "policeStatus"), (StatFactKind.Incidents, "setting"),
        (StatFactKind.Exposures, null), (StatFactKind.Exposures, "support2"),
    ];

    public async Task<PacketResult> Handle(GetPacketQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadSharingPacket.Require(user);
        allowance.Take(user.Id);
        var period = StatisticsQuestion.Period(request.Period, await figures.FrozenAsync(cancellationToken), StatFactKind.Incidents);
        if (period.Kind != PeriodKind.Year)
        {
            throw new InvalidInputException("period", StatisticsTexts.PacketByYear);
        }

        var tables = new List<PacketTable>();
        foreach (var (node, shown) in await SharedAsync(cancellationToken))
        {
            foreach (var (fact, by) in Questions)
            {
                tables.Add(PacketTable.Of(shown, await figures.TableAsync(fact, node, period, StatisticsQuestion.By(fact, by), cancellationToken)));
            }
        }

        return Pack(period, tables);
    }

    // The own employer, or every employer that shares with the union, and the country beside them.
    private async Task<IReadOnlyList<(StatNode Node, NodeResult Shown)>> SharedAsync(CancellationToken ct)
    {
        var own = await db.Set<Employer>().AsNoTracking().SingleAsync(employer => employer.Id == user.EmployerId, ct);
        return own.Kind == OrganisationKind.Employer && !own.SharesWithUnion
            ? throw new NotAllowedException()
            : [.. (await nodes.AllAsync(ct)).Where(node => node.Node.Kind is NodeKind.Employer or NodeKind.National)];
    }

    private PacketResult Pack(StatPeriod period, List<PacketTable> tables)
    {
        var sheet = Encoding.UTF8.GetBytes(SheetFiles.Plain(SheetOf(period, tables)));
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new PacketContent(
                PacketContent.Form1,
                period.ToString(),
                StatisticsTexts.Note,
                T("method", tables[0].Release.Table),
                tables,
                [new PacketFile(PacketResult.Sheet, Convert.ToHexStringLower(SHA256.HashData(sheet)))]),
            Json.Options);
        var made = tables.Max(table => table.Release.BuiltAt);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, PacketResult.Figures, content, made);
            Add(zip, PacketResult.Signature, signer.Sign(content), made);
            Add(zip, PacketResult.Sheet, sheet, made);
            Add(zip, PacketResult.Reading, Encoding.UTF8.GetBytes(T("reading", period.ToString(), StatisticsTexts.Note)), made);
        }

        return new PacketResult(period.ToString(), $"packet-{period}.zip", file.ToArray());
    }

    private static Sheet SheetOf(StatPeriod period, List<PacketTable> tables) => new(
        $"packet-{period}",
        T("title.packet", period.ToString()),
        [T("who"), T("measure"), T("divided"), T("category"), T("count")],
        [.. tables.SelectMany(Rows)],
        [(T("about.question"), T("title.packet", period.ToString())), .. Sheets.Standing(StatisticsTexts.Note, tables[0].Release)]);

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(PacketTable table)
    {
        var measure = FigureNames.Measure(table.Measure);
        if (table.By is not { } by)
        {
            yield return [table.Node.Name, measure, T("total"), T("all"), Sheets.Of(table.Total)];
            yield break;
        }

        foreach (var cell in table.Cells)
        {
            yield return [table.Node.Name, measure, FigureNames.Attribute(table.Measure, by), Sheets.Category(table.Measure, cell, by), Sheets.Of(cell)];
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] content, DateTimeOffset made)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = made;
        using var stream = entry.Open();
        stream.Write(content);
    }
}

/// <summary>What is signed.</summary>
/// <param name="Files">The other files that the signature vouches for, by their SHA-256.</param>
internal sealed record PacketContent(string Form, string Period, string Note, string Method, IReadOnlyList<PacketTable> Tables, IReadOnlyList<PacketFile> Files)
{
    public const string Form1 = "incidentreporting-packet-1";
}

internal sealed record PacketFile(string Name, string Sha256);

internal sealed record PacketTable(NodeResult Node, string Measure, string? By, TotalResult Total, IReadOnlyList<CellResult> Cells, ClosedResult? Closed, ReleaseResult Release)
{
    public static PacketTable Of(NodeResult node, ProtectedTable table) => new(
        node,
        StatisticsQuestion.NameOf(table.Fact),
        table.By.Count > 0 ? table.By[0].Name : null,
        TotalResult.Of(table.Total),
        table.By.Count > 0 ? [.. table.Cells.Select(cell => CellResult.Of(cell, table.By))] : [],
        ClosedResult.Of(table.Closed),
        ReleaseResult.Of(table.Release));
}
