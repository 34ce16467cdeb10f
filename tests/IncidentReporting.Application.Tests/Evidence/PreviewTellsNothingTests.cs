using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.OpenAttachment;
using IncidentReporting.Application.Incidents.PreviewAttachment;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Tests.Incidents;

namespace IncidentReporting.Application.Tests.Evidence;

/// <summary>A picture that is looked at shows what is on it, not where, when or by what it was taken; the evidence itself stays as it was.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PreviewTellsNothingTests
{
    private static readonly byte[] Tables = Segment(0xDB, [.. Enumerable.Range(0, 65).Select(n => (byte)n)]);
    private static readonly byte[] Frame = Segment(0xC2, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
    private static readonly byte[] Scan = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, .. RandomNumberGenerator.GetBytes(100_000).Select(one => one == 0xFF ? (byte)0xFE : one)];
    private static readonly byte[] Jfif = Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
    private static readonly byte[] Adobe = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);

    private CaseService _cases = null!;
    private IncidentView _case = null!;

    private CaseReference Reference => CaseService.Of(_case);

    [SetUp]
    public async Task StartAsync()
    {
        _cases = await CaseService.StartAsync();
        _case = await _cases.ReportAsync(_cases.Exposed, _cases.Report(_cases.Exposed));
    }

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [Test]
    public async Task Jpeg_WithPlaceTimeAndComments_IsShownWithoutThem()
    {
        byte[] original =
        [
            0xFF, 0xD8, .. Jfif, .. Segment(0xE1, [.. "Exif\0\0"u8, .. "GPS-59.33N-18.06E"u8]), .. Segment(0xE2, [.. "ICC-Märke"u8]), .. Segment(0xED, [.. "IPTC-namn"u8]),
            .. Adobe, .. Segment(0xFE, [.. "Kommentar"u8]), .. Tables, .. Frame, .. Scan, .. Segment(0xE1, [.. "Sen-GPS"u8]), .. Tables, .. Scan, 0xFF, 0xD9, .. "Efter-slutet"u8,
        ];

        var shown = await ShowAsync(original, "bild.jpg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.MediaType, Is.EqualTo("image/jpeg"));
            Assert.That(shown.Content, Is.EqualTo((byte[])[0xFF, 0xD8, .. Jfif, .. Adobe, .. Tables, .. Frame, .. Scan, .. Tables, .. Scan, 0xFF, 0xD9]));
            foreach (var told in (string[])["GPS", "ICC", "IPTC", "Kommentar", "Efter-slutet", "Exif"])
            {
                Assert.That(Encoding.Latin1.GetString(shown.Content), Does.Not.Contain(told));
            }
        }
    }

    [Test]
    public async Task Jpeg_ThatMisusesAKeptSegment_LosesItToo()
    {
        byte[] original = [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, .. "med-en-miniatyr-som-berattar"u8]), .. Segment(0xEE, [.. "Adobe med mera"u8]), .. Frame, .. Scan, 0xFF, 0xD9];

        Assert.That((await ShowAsync(original, "bild.jpg")).Content, Is.EqualTo((byte[])[0xFF, 0xD8, .. Frame, .. Scan, 0xFF, 0xD9]));
    }

    [Test]
    public async Task Jpeg_ThatEndsTooEarly_IsShownAsFarAsItGoes()
    {
        var shown = await ShowAsync([0xFF, 0xD8, .. Frame, .. Scan], "bild.jpg");

        Assert.That(shown.Content, Is.EqualTo((byte[])[0xFF, 0xD8, .. Frame, .. Scan, 0xFF, 0xD9]));
    }

    [Test]
    public async Task Png_WithTextsTimesAndExif_IsShownWithoutThem()
    {
        byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        byte[][] picture = [Chunk("IHDR", new byte[13]), Chunk("PLTE", new byte[3]), Chunk("IDAT", RandomNumberGenerator.GetBytes(70_000)), Chunk("IDAT", new byte[5]), Chunk("IEND", [])];
        byte[] original =
        [
            .. signature, .. picture[0], .. Chunk("tEXt", [.. "Author\0Namn"u8]), .. Chunk("eXIf", [.. "GPS-59.33N"u8]), .. Chunk("tIME", new byte[7]), .. Chunk("iTXt", [.. "XML:com.adobe.xmp"u8]),
            .. picture[1], .. picture[2], .. Chunk("zTXt", [.. "mer"u8]), .. picture[3], .. picture[4], .. "Efter-slutet"u8,
        ];

        var shown = await ShowAsync(original, "bild.png");

        Assert.That(shown.Content, Is.EqualTo((byte[])[.. signature, .. picture.SelectMany(chunk => chunk)]));
    }

    [Test]
    public async Task Original_AfterAPreview_IsAsItWasReceived()
    {
        byte[] original = [0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0GPS"u8]), .. Frame, .. Scan, 0xFF, 0xD9];
        await ShowAsync(original, "bild.jpg");

        var file = await _cases.Service.SendAsync(_cases.Exposed.Id, new OpenAttachmentQuery(Reference, _case.Attachments.Value![0].Id));
        await using var content = file.Content;

        Assert.That(Convert.ToHexStringLower(await SHA256.HashDataAsync(content)), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(original))));
    }

    [Test]
    public void Preview_OfAnythingElse_IsThereNone() =>
        Assert.That(() => ShowAsync("<svg onload='alert(1)'/>"u8.ToArray(), "bild.png"), Throws.TypeOf<NoPreviewException>());

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    // Nothing checks the sum here: it is copied with its chunk.
    private static byte[] Chunk(string name, byte[] content) =>
        [(byte)(content.Length >> 24), (byte)(content.Length >> 16), (byte)(content.Length >> 8), (byte)content.Length, .. Encoding.ASCII.GetBytes(name), .. content, 9, 9, 9, 9];

    private async Task<(string MediaType, byte[] Content)> ShowAsync(byte[] original, string name)
    {
        _case = await _cases.AttachAsync(_cases.Exposed.Id, Reference, original, name);
        await using var preview = await _cases.Service.SendAsync(_cases.Exposed.Id, new PreviewAttachmentQuery(Reference, _case.Attachments.Value![0].Id));
        using var shown = new MemoryStream();
        await preview.WriteToAsync(shown, CancellationToken.None);
        return (preview.MediaType, shown.ToArray());
    }
}
