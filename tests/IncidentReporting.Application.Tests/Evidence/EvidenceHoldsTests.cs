using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.GetReceipt;
using IncidentReporting.Application.Incidents.OpenAttachment;
using IncidentReporting.Application.Incidents.ShowEvidence;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Tests.Incidents;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Evidence;

/// <summary>Evidence comes back as it was received, or not at all.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EvidenceHoldsTests
{
    private const int Piece = SealedPieces.SealedLength;

    private readonly byte[] _content = Encoding.UTF8.GetBytes("Markerad text i bevis. ").Concat(RandomNumberGenerator.GetBytes((3 * SealedPieces.PieceLength) + 1000)).ToArray();
    private CaseService _cases = null!;
    private IncidentView _case = null!;

    private CaseReference Reference => CaseService.Of(_case);

    private AttachmentView File => _case.Attachments.Value![0];

    private string Stored => Directory.GetFiles(_cases.Folder, File.Id.ToString(), SearchOption.AllDirectories).Single();

    [SetUp]
    public async Task StartAsync()
    {
        _cases = await CaseService.StartAsync();
        _case = await _cases.ReportAsync(_cases.Exposed, _cases.Report(_cases.Exposed));
        _case = await _cases.AttachAsync(_cases.Exposed.Id, Reference, _content, "hot.txt", command => command with
        {
            Type = "screenshot",
            CapturedBy = CaseService.Text("Kollegan"),
            AccountHandle = CaseService.Text("@konto"),
            Platform = CaseService.Text("Forumet"),
            OriginalKeptWhere = CaseService.Text("Telefonen"),
            WitnessOfCapture = CaseService.Text("Vittnet"),
        });
    }

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(SealedPieces.PieceLength - 1)]
    [TestCase(SealedPieces.PieceLength)]
    [TestCase(SealedPieces.PieceLength + 1)]
    [TestCase(3 * SealedPieces.PieceLength)]
    public async Task Pieces_OfAnyLength_ComeBackAsTheyWere(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var (id, key) = (Guid.NewGuid(), SealedPieces.NewKey());

        Assert.That(await OpenAsync(await SealAsync(content, id, key), id, key), Is.EqualTo(content));
    }

    [Test]
    public async Task File_AsItLiesOnDisk_TellsNothing() =>
        Assert.That(Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(Stored)), Does.Not.Contain("Markerad text"));

    [Test]
    public async Task File_Untouched_ComesBackWithTheHashOfItsArrival()
    {
        var opened = await ReadAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened, Is.EqualTo(_content));
            Assert.That(File.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(_content))));
        }
    }

    [Test]
    public async Task File_WithAByteFlipped_IsNotHandedOut()
    {
        await ChangeAsync(bytes =>
        {
            bytes[100] ^= 1;
            return bytes;
        });

        Assert.That(ReadAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public async Task File_WithALaterByteFlipped_BreaksOffBeforeThatPiece()
    {
        await ChangeAsync(bytes =>
        {
            bytes[Piece + 5] ^= 1;
            return bytes;
        });

        var file = await _cases.Service.SendAsync(_cases.Exposed.Id, new OpenAttachmentQuery(Reference, File.Id));
        await using var content = file.Content;
        using var back = new MemoryStream();
        Assert.That(() => content.CopyToAsync(back), Throws.TypeOf<EvidenceDamagedException>());
        Assert.That(back.ToArray(), Is.EqualTo(_content[..SealedPieces.PieceLength]));
    }

    [Test]
    public async Task File_CutAtTheEndOfAPiece_IsFound()
    {
        await ChangeAsync(bytes => bytes[..(2 * Piece)]);

        Assert.That(ReadAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public async Task File_CutWithinAPiece_IsFound()
    {
        await ChangeAsync(bytes => bytes[..^1]);

        Assert.That(ReadAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public async Task File_CutToNothing_IsFound()
    {
        await ChangeAsync(_ => []);

        Assert.That(ReadAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public async Task File_WithPiecesSwapped_IsFound()
    {
        await ChangeAsync(bytes => [.. bytes[Piece..(2 * Piece)], .. bytes[..Piece], .. bytes[(2 * Piece)..]]);

        Assert.That(ReadAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public async Task File_OfAnotherCaseInItsPlace_IsFound()
    {
        var own = Stored;
        var other = await _cases.AttachAsync(_cases.Exposed.Id, CaseService.Of(await _cases.ReportAsync(_cases.Exposed, _cases.Report(_cases.Exposed))), _content);
        System.IO.File.Copy(Directory.GetFiles(_cases.Folder, other.Attachments.Value![0].Id.ToString(), SearchOption.AllDirectories).Single(), own, overwrite: true);

        Assert.That(ReadAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public async Task Piece_OfAnotherFileUnderTheSameKey_IsFound()
    {
        var (id, key) = (Guid.NewGuid(), SealedPieces.NewKey());
        var lying = await SealAsync(_content, Guid.NewGuid(), key);

        Assert.That(() => OpenAsync(lying, id, key), Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public void File_Gone_IsDamagedNotUnknown()
    {
        System.IO.File.Delete(Stored);

        Assert.That(ReadAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public async Task Receipt_WithThePublicKeyAlone_ProvesTheFile()
    {
        var receipt = await _cases.Service.SendAsync(_cases.Exposed.Id, new GetReceiptQuery(Reference, File.Id));
        var published = await _cases.Service.SendAsync(_cases.Exposed.Id, new GetEvidenceKeyQuery());

        using var key = ECDsa.Create();
        key.ImportFromPem(published.PublicKey);
        var statement = JsonDocument.Parse(receipt.Signed).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verifies(key, receipt.Signed, receipt.Signature));
            Assert.That(Verifies(key, receipt.Signed.Replace("2026", "2025", StringComparison.Ordinal), receipt.Signature), Is.False);
            Assert.That(statement.GetProperty("sha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(_content))));
            Assert.That(statement.GetProperty("size").GetInt64(), Is.EqualTo(_content.Length));
            Assert.That(statement.GetProperty("receivedAt").GetDateTimeOffset(), Is.EqualTo(File.ReceivedAt));
            Assert.That(statement.GetProperty("caseNumber").GetString(), Is.EqualTo(_case.Number));
            Assert.That(statement.GetProperty("attachmentId").GetGuid(), Is.EqualTo(File.Id));
            Assert.That(receipt.KeyId, Is.EqualTo(published.KeyId));
        }
    }

    [TestCase("Sha256")]
    [TestCase("Size")]
    [TestCase("At")]
    public async Task Receipt_OfARowThatWasChanged_IsRefusedAsDamaged(string column)
    {
        await ChangeRowAsync(column);

        Assert.That(ReceiptAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [TestCase(null)]
    [TestCase("Sha256")]
    [TestCase("Size")]
    public async Task Receipt_OfAnArrivalThatWasLoggedWithoutHash_IsMadeWhereTheFileAgrees(string? changed)
    {
        await ForgetFieldsAsync();
        if (changed is null)
        {
            Assert.That((await ReceiptAsync()).Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(_content))));
            return;
        }

        await ChangeRowAsync(changed);
        Assert.That(ReceiptAsync, Throws.TypeOf<EvidenceDamagedException>());
    }

    [Test]
    public void Receipt_ForWhoMayNotOpenTheFile_IsNotFound() =>
        Assert.That(() => _cases.Service.SendAsync(_cases.Outsider.Id, new GetReceiptQuery(Reference, File.Id)), Throws.TypeOf<NotFoundException>());

    [Test]
    public async Task Sheet_AfterOthersHadTheFile_TellsEachOfThem()
    {
        await ReadAsync();
        await _cases.Service.SendAsync(_cases.Exposed.Id, new GetReceiptQuery(Reference, File.Id));
        await _cases.Service.SendAsync(_cases.Exposed.Id, new ShowEvidenceQuery(Reference, File.Id));

        var sheet = await _cases.Service.SendAsync(_cases.Exposed.Id, new ShowEvidenceQuery(Reference, File.Id));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sheet.ChainOfCustody.Select(step => step.What), Is.EqualTo(["received", "opened", "receipt_made", "described"]));
            Assert.That(sheet.CapturedBy?.Value, Is.EqualTo("Kollegan"));
            Assert.That(sheet.AccountHandle?.Value, Is.EqualTo("@konto"));
            Assert.That(sheet.Platform?.Value, Is.EqualTo("Forumet"));
            Assert.That(sheet.OriginalKeptWhere?.Value, Is.EqualTo("Telefonen"));
            Assert.That(sheet.WitnessOfCapture?.Value, Is.EqualTo("Vittnet"));
        }
    }

    [Test]
    public async Task File_ThatNoCaseCameToName_IsRemovedAtOnce()
    {
        var before = Directory.GetFiles(_cases.Folder, "*", SearchOption.AllDirectories).Length;
        using (await _cases.Service.SendAsync(_cases.Exposed.Id, new ReceiveEvidenceQuery(Reference, "x", new MemoryStream([1]))))
        {
            Assert.That(Directory.GetFiles(_cases.Folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(before + 1));
        }

        Assert.That(Directory.GetFiles(_cases.Folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(before));
    }

    [Test]
    public void File_FromWhoMayNotAttach_IsNotRead()
    {
        using var content = new MemoryStream([1]);

        Assert.That(() => _cases.Service.SendAsync(_cases.Outsider.Id, new ReceiveEvidenceQuery(Reference, "x", content)), Throws.TypeOf<NotFoundException>());
        Assert.That(content.Position, Is.Zero);
    }

    private Task<ReceiptView> ReceiptAsync() => _cases.Service.SendAsync(_cases.Exposed.Id, new GetReceiptQuery(Reference, File.Id));

    private Task<int> ChangeRowAsync(string column)
    {
        var (id, zeros, later) = (File.Id, new string('0', Attachment.Sha256Length), File.ReceivedAt.AddMinutes(1));
        return _cases.Service.WithDbAsync(db =>
        {
            var rows = db.Set<Attachment>().Where(file => file.Id == id);
            return column switch
            {
                "Sha256" => rows.ExecuteUpdateAsync(set => set.SetProperty(file => file.Sha256, zeros)),
                "Size" => rows.ExecuteUpdateAsync(set => set.SetProperty(file => file.Size, 1)),
                _ => rows.ExecuteUpdateAsync(set => set.SetProperty(file => file.At, later)),
            };
        });
    }

    // As the first version logged it.
    private Task<int> ForgetFieldsAsync() => _cases.Service.WithAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"TR_LogEntry_Update\"");
        return await db.Set<LogEntry>().Where(entry => entry.Action == Attachment.Received).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Fields, string.Empty));
    });

    private static bool Verifies(ECDsa key, string text, string signature) =>
        key.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static async Task<byte[]> SealAsync(byte[] content, Guid id, byte[] key)
    {
        using var lying = new MemoryStream();
        using var writer = new SealedWriter(lying, id, key);
        await writer.WriteAsync(content, CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
        return lying.ToArray();
    }

    private static async Task<byte[]> OpenAsync(byte[] lying, Guid id, byte[] key)
    {
        await using var reader = new SealedReader(new MemoryStream(lying), id, key);
        using var back = new MemoryStream();
        await reader.CopyToAsync(back);
        return back.ToArray();
    }

    private async Task<byte[]> ReadAsync()
    {
        var file = await _cases.Service.SendAsync(_cases.Exposed.Id, new OpenAttachmentQuery(Reference, File.Id));
        await using var content = file.Content;
        using var back = new MemoryStream();
        await content.CopyToAsync(back);
        return back.ToArray();
    }

    private async Task ChangeAsync(Func<byte[], byte[]> change) => await System.IO.File.WriteAllBytesAsync(Stored, change(await System.IO.File.ReadAllBytesAsync(Stored)));
}
