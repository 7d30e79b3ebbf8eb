using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesReports.Documents;

namespace SalesReports.Tests.Documents;

public sealed class ThemeOptionsTests
{
    [Fact]
    public void A_theme_is_made_of_its_settings()
    {
        var theme = Configured(("CompanyName", "Maison Lefèvre"), ("Theme:PrimaryColour", "#7A1F3D"), ("Theme:Paper", "Letter"));
        Assert.Equal(("Maison Lefèvre", 0x7A1F3Du, "Letter", BrandColour.Blue.Rgb), (theme.CompanyName, theme.Primary.Rgb, theme.Paper.Name, theme.Accent.Rgb));
        Assert.True(theme.Logo.IsEmpty);
    }

    [Theory]
    [InlineData("Theme:PrimaryColour", "#FFCC00", "Theme:PrimaryColour '#FFCC00' has a contrast of 1.5:1 on white, which is hard to read; 4.5:1 or more is accepted, so a darker one.")]
    [InlineData("Theme:AccentColour", "blue", "Theme:AccentColour 'blue' is not a colour; six hexadecimal digits such as #0B2545 are accepted.")]
    [InlineData("Theme:Paper", "A3", "Theme:Paper 'A3' is not known; 'A4' and 'Letter' are accepted.")]
    [InlineData("Theme:Logo", "no/such.png", "Theme:Logo 'no/such.png' is not a file; the path of a PNG or JPEG is accepted.")]
    public void A_setting_that_cannot_be_used_says_what_would_do(string setting, string value, string said)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Configured((setting, value)));
        Assert.Equal(said, Assert.Single(refused.Failures));
    }

    [Fact]
    public void A_file_that_is_no_picture_is_no_logo()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a picture");
            var refused = Assert.Throws<OptionsValidationException>(() => Configured(("Theme:Logo", path)));
            Assert.Contains("is not a PNG or JPEG picture", Assert.Single(refused.Failures), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Theme Configured(params (string Key, string Value)[] settings)
    {
        using var services = new ServiceCollection().AddDocuments(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build()).BuildServiceProvider();
        return services.GetRequiredService<Theme>();
    }
}
