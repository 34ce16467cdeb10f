using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using IncidentReporting.Api.Hosting;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Common;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Tests.Hosting;

internal sealed class TextTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static IEnumerable<TestCaseData> Resources() =>
        new[] { typeof(Rule).Assembly, typeof(RuleTexts).Assembly, typeof(AppDb).Assembly, typeof(ServiceHost).Assembly }
            .SelectMany(assembly => assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
                .Select(name => new TestCaseData(assembly, name[..^".resources".Length]).SetArgDisplayNames(name)));

    [TestCaseSource(nameof(Resources))]
    public void Texts_InBothLanguages_AreComplete(Assembly assembly, string name)
    {
        var texts = new ResourceManager(name, assembly);
        var swedish = Read(texts, CultureInfo.InvariantCulture);
        var english = Read(texts, English);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(english.Keys, Is.EquivalentTo(swedish.Keys));
            Assert.That(swedish.Concat(english).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key), Is.Empty, "empty");
        }
    }

    private static Dictionary<string, string?> Read(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => entry.Value as string) ?? [];
}
