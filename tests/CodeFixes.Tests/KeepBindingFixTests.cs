namespace TopHalf.CodeFixes.Tests;

public sealed class KeepBindingFixTests
{
    private const string Driver = """


        internal sealed class Driver
        {
            public InterruptBinding EnableInterrupts(PciDevice device) => throw new System.NotSupportedException();
        }
        """;

    [Fact]
    public Task It_is_kept_until_the_end_of_the_block() => CodeFixTest.Verify(
        new KeepBindingFix(),
        """
        using TopHalf;

        internal static class Program
        {
            public static void Start(Driver driver, PciDevice device)
            {
                // Now they come.
                driver.{|TH1014:EnableInterrupts|}(device); // all of them
                System.Console.ReadLine();
            }
        }
        """ + Driver,
        """
        using TopHalf;

        internal static class Program
        {
            public static void Start(Driver driver, PciDevice device)
            {
                // Now they come.
                using var interrupts = driver.EnableInterrupts(device); // all of them
                System.Console.ReadLine();
            }
        }
        """ + Driver,
        "Keep the binding until the end of the block");

    [Theory]
    [InlineData("if (device != null) driver.{|TH1014:EnableInterrupts|}(device);")]
    [InlineData("driver?.{|TH1014:EnableInterrupts|}(device);")]
    [InlineData("int interrupts = 0; driver.{|TH1014:EnableInterrupts|}(device); interrupts++;")]
    [InlineData("switch (driver) { case null: driver.{|TH1014:EnableInterrupts|}(device); break; }")]
    public Task Not_where_no_declaration_can_stand(string statement) => CodeFixTest.VerifyNoFix(
        new KeepBindingFix(),
        $$"""
        using TopHalf;

        internal static class Program
        {
            public static void Start(Driver driver, PciDevice device)
            {
                {{statement}}
            }
        }
        """ + Driver);
}
