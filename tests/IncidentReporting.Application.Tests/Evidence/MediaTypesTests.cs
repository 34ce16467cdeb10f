using System.Text;
using IncidentReporting.Application.Incidents.Attach;

namespace IncidentReporting.Application.Tests.Evidence;

[TestFixture]
public sealed class MediaTypesTests
{
    [TestCase("\u00FF\u00D8\u00FF\u00E0", ExpectedResult = "image/jpeg")]
    [TestCase("\u0089PNG\r\n\u001A\n", ExpectedResult = "image/png")]
    [TestCase("%PDF-1.7", ExpectedResult = "application/pdf")]
    [TestCase("RIFF\u0001\u0002\u0003\u0004WEBP", ExpectedResult = "image/webp")]
    [TestCase("RIFF\u0001\u0002\u0003\u0004WAVE", ExpectedResult = "audio/wav")]
    [TestCase("\0\0\0\u0018ftypM4A ", ExpectedResult = "audio/mp4")]
    [TestCase("\0\0\0\u0018ftypisom", ExpectedResult = "video/mp4")]
    [TestCase("PK\u0003\u0004", ExpectedResult = "application/zip")]
    [TestCase("\0\u0001\u0002", ExpectedResult = "application/octet-stream")]
    [TestCase("", ExpectedResult = "application/octet-stream")]
    public string Type_ByTheFirstBytes_IsTheContentsOwn(string start) => MediaTypes.Of(Encoding.Latin1.GetBytes(start));

    [TestCase("<html><script>alert(1)</script></html>")]
    [TestCase("Du kommer att få ångra dig")]
    public void Type_OfAnyText_IsPlainText(string text) => Assert.That(MediaTypes.Of(Encoding.UTF8.GetBytes(text)), Is.EqualTo("text/plain"));

    [Test]
    public void Type_OfTextCutWithinALetter_IsPlainText()
    {
        var whole = Encoding.UTF8.GetBytes("smärta å");

        Assert.That(MediaTypes.Of(whole.AsSpan(0, whole.Length - 1)), Is.EqualTo("text/plain"));
    }
}
