using System.Runtime.CompilerServices;
using TopHalf.VirtualMachine.Guest.Cases;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>Every case, in the order in which the guest runs them. The host's tests are made from this list.</summary>
public static class GuestCases
{
    /// <summary>The cases. A new one is an element of one of the lists named here.</summary>
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        .. BindingCases.All, .. EduCases.All, .. LineCases.All, .. UioCases.All, .. TwoCardCases.All, .. SharingCases.All, .. WidthCases.All, .. MsixCases.All,
        .. DoorbellCases.All, .. DmaCases.All, .. DeviceEventCases.All, .. WrongMachineCases.All, .. SharedGroupCases.All,
        .. OtherProcessCases.All, .. RealTimeCases.All, .. ResetCases.All, .. ProgramCases.All, .. ToolCases.All,
    ];

    /// <summary>
    /// What the same program runs once more, compiled ahead of time (NativeAOT): all that depends on the code that the compiler
    /// makes of registers and dispatch.
    /// </summary>
    public static IReadOnlyList<GuestCase> Native { get; } =
    [
        .. ((IEnumerable<GuestCase>)[AheadOfTime, .. WidthCases.All, .. EduCases.All, .. LineCases.All, .. UioCases.All, .. TwoCardCases.All, .. SharingCases.All, .. MsixCases.All, .. DoorbellCases.All, .. DmaCases.All, .. RealTimeCases.All])
            .Select(static guestCase => guestCase with { Name = "NativeAOT." + guestCase.Name }),
    ];

    private static GuestCase AheadOfTime
        => new("The_program_is_compiled_ahead_of_time", static _ => Check.That(!RuntimeFeature.IsDynamicCodeCompiled));
}
