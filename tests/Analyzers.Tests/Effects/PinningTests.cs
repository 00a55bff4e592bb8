using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary><c>fixed</c> calls GetPinnableReference, which no text names.</summary>
public sealed class PinningTests
{
    [Fact]
    public Task Of_its_own()
        => AnalyzerTest.Verify(
            Driver("{|TH3001:_staging|}", "public ref byte GetPinnableReference() { lock (_bytes) { return ref _bytes[0]; } }"),
            Unsafe,
            "'OnDone' blocks: OnDone → Staging.GetPinnableReference (waits for whoever holds the lock; Interlocked or a ring of one writer does not)");

    [Fact]
    public Task By_an_extension()
        => AnalyzerTest.Verify(
            Driver("{|TH2002:_staging|}", "public byte[] Bytes => _bytes;")
                + "static class Pins { public static ref byte GetPinnableReference(this Staging staging) => ref (new byte[staging.Bytes.Length])[0]; }",
            Unsafe);

    [Fact]
    public Task Harmless() => AnalyzerTest.Verify(Driver("_staging", "public ref byte GetPinnableReference() => ref _bytes[0];"), Unsafe);

    [Theory]
    [InlineData("_array")]
    [InlineData("&_value")]
    [InlineData("_array.AsSpan()")]
    public Task Of_what_needs_no_call(string pinned) => AnalyzerTest.Verify(Driver(pinned, ""), Unsafe);

    private static readonly ProjectOptions Unsafe = ProjectOptions.Default with { AllowUnsafe = true };

    private static string Driver(string pinned, string member) => $$"""
        using System;
        using TopHalf;
        [InterruptDriver]
        public unsafe partial class MyDriver
        {
            private readonly Staging _staging = new();
            private readonly byte[] _array = new byte[8];
            private byte _value;
            private int _sum;

            [MsiVector(0)]
            private void OnDone(in Interrupt irq)
            {
                fixed (byte* bytes = {{pinned}})
                {
                    _sum += *bytes + _value + _array.Length + (_staging is null ? 1 : 0);
                }
            }
        }
        internal sealed class Staging
        {
            private readonly byte[] _bytes = new byte[8];
            {{member}}
        }
        """;
}
