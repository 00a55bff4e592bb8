using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH3009: the way out of managed code, with and without a transition.</summary>
public sealed class NativeRuleTests
{
    private const string Members = """
        [System.Runtime.InteropServices.DllImport("card")] private static extern int Kick(int port);
        [System.Runtime.InteropServices.DllImport("card"), System.Runtime.InteropServices.SuppressGCTransition] private static extern int KickFast(int port);
        [System.Runtime.InteropServices.DllImport("card"), System.Runtime.InteropServices.SuppressGCTransition] private static extern int Open(string name);
        [System.Runtime.InteropServices.DllImport("card", SetLastError = true), System.Runtime.InteropServices.SuppressGCTransition] private static extern int Last(int port);
        [System.Runtime.InteropServices.LibraryImport("card")] private static partial int Poke(int port);
        private static partial int Poke(int port) => port;
        [System.Runtime.InteropServices.LibraryImport("card"), System.Runtime.InteropServices.SuppressGCTransition] private static partial int PokeFast(int port);
        private static partial int PokeFast(int port) => port;
        private static unsafe delegate* unmanaged<int, int> _native;
        private static unsafe delegate* unmanaged[Cdecl]<int, int> _cdecl;
        private static unsafe delegate* unmanaged[Cdecl, SuppressGCTransition]<int, int> _fast;
        private static readonly unsafe delegate*<int, int> Managed = &Add;
        private static readonly unsafe delegate*<int, int> Dirty = &Throw;
        private static unsafe delegate*<int, int> _any;
        private static int Add(int n) => n + 1;
        private static int Throw(int n) => throw new InvalidOperationException();
        private int Helper() => Kick(1);
        private int _count;
        """;

    [Theory]
    [InlineData("_count = {|TH3009:Kick|}(1);")]
    [InlineData("_count = {|TH3009:Helper|}();")]
    [InlineData("_count = {|TH3009:Poke|}(1);")]
    [InlineData("_count = {|TH2016:Open|}(\"eth0\");")]
    [InlineData("unsafe { _count = {|TH3009:_native|}(1); }")]
    [InlineData("unsafe { _count = {|TH3009:_cdecl|}(1); }")]
    [InlineData("unsafe { _count = {|TH4001:Dirty|}(1); }")]
    [InlineData("unsafe { _count = {|TH6004:_any|}(1); }")]
    public Task Reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members), new ProjectOptions { AllowUnsafe = true });

    [Theory]
    [InlineData("_count = KickFast(1);")]
    [InlineData("_count = PokeFast(1);")]
    [InlineData("_count = Last(1);")]
    [InlineData("unsafe { _count = _fast(1); }")]
    [InlineData("unsafe { _count = Managed(1); }")]
    [InlineData("unsafe { delegate*<int, int> add = &Add; _count = add(1); }")]
    public Task Not_reported(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members), new ProjectOptions { AllowUnsafe = true });
}
