using TopHalf.VirtualMachine.Guest.Cases;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>Every case, in the order in which the guest runs them. The host's tests are made from this list.</summary>
public static class GuestCases
{
    /// <summary>The cases. A new one is an element of one of the lists named here.</summary>
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        .. BindingCases.All, .. EduCases.All, .. WidthCases.All, .. MsixCases.All, .. WrongMachineCases.All, .. SharedGroupCases.All,
        .. OtherProcessCases.All, .. ResetCases.All, .. ProgramCases.All,
    ];
}
