using IncidentReporting.Browser.Tests.Pictures;

if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: docs/screenshots/make");
    return 2;
}

await Camera.TakeAllAsync(folder);
return 0;
