namespace TopHalf.Analyzers.Tests;

/// <summary>Drivers around the line that a test is about.</summary>
internal static class DriverSource
{
    /// <summary>A driver class with these members.</summary>
    public static string WithMembers(string members) => $$"""
        using TopHalf;
        [InterruptDriver]
        public partial class MyDriver
        {
        {{members}}
        }
        """;

    /// <summary>A driver class whose handler has these attributes besides its vector.</summary>
    public static string WithHandler(string attributes) => WithMembers($$"""
            [MsiVector(0)]
            {{attributes}}
            private void OnDone(in Interrupt irq) { }
        """);

    /// <summary>A driver class with these attributes and an ordinary handler.</summary>
    public static string WithClassAttributes(string attributes) => $$"""
        using TopHalf;
        [InterruptDriver]
        {{attributes}}
        public partial class MyDriver
        {
            [MsiVector(0)]
            private void OnDone(in Interrupt irq) { }
        }
        """;
}
